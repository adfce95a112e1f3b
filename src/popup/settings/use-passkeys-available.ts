import { useEffect, useState } from 'react'
import { usePopup } from '../popup-context'

/** Whether passkeys can be added here; undefined until the browser has said so. */
export function usePasskeysAvailable(): boolean | undefined {
  const { passkeys } = usePopup().platform
  const [available, setAvailable] = useState<boolean>()
  useEffect(() => {
    let here = true
    const tell = (answer: boolean): void => {
      if (here) setAvailable(answer)
    }
    // A browser that cannot even say whether it has passkeys has none for us.
    passkeys.available().then(tell, () => tell(false))
    return () => {
      here = false
    }
  }, [passkeys])
  return available
}
