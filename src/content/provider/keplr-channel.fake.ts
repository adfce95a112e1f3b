import type { openPage } from './page.fake'

type Page = ReturnType<typeof openPage>['page']
type Response = {
  readonly id: string
  readonly result: { readonly return?: unknown; readonly error?: string }
}

/** Posts what a page may post and collects every answer that is heard. */
export function channel(page: Page) {
  const responses: Response[] = []
  page.addEventListener('message', (event) => {
    const data = Reflect.get(event, 'data')
    if (Reflect.get(Object(data), 'type') === 'proxy-request-response') responses.push(data)
  })
  return {
    responses,
    async ask(request: object, from: object = {}): Promise<Response | undefined> {
      const before = responses.length
      page.arrive({ type: 'proxy-request', id: 'a1', args: [], ...request }, from)
      await new Promise((resolve) => setTimeout(resolve, 5))
      return responses[before]
    },
  }
}
