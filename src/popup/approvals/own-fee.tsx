import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../parts/button'
import { TextField } from '../parts/field'
import css from './fee.module.css'
import { gasProblem, priceProblem } from './fee-problem'
import type { FeeChange } from './use-fee-change'

interface OwnFeeProps {
  /** What to start from. */
  readonly custom: { readonly gas: string; readonly price: string }
  readonly change: FeeChange
}

/** A gas limit and a price of the person's own. */
export function OwnFee({ custom, change }: OwnFeeProps): ReactNode {
  const [gas, setGas] = useState(custom.gas)
  const [price, setPrice] = useState(custom.price)
  const [tried, setTried] = useState(false)
  const problems = { gas: gasProblem(gas), price: priceProblem(price) }

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (problems.gas !== undefined || problems.price !== undefined) return
    void change.choose({ kind: 'custom', gas: gas.trim(), price: price.trim() })
  }

  return (
    <form className={css['own']} onSubmit={submit} noValidate>
      <TextField
        label="Gas limit"
        value={gas}
        onChange={setGas}
        hint="Too little, and the transaction fails while the fee is gone."
        error={tried ? problems.gas : undefined}
        mono
      />
      <TextField
        label="Price for a unit of gas"
        value={price}
        onChange={setPrice}
        hint="In uscrt, the millionth part of a SCRT."
        error={tried ? problems.price : undefined}
        mono
      />
      <p className={css['remark']}>Until you use it, the fee stays as it is written above.</p>
      <Button submits busy={change.busy}>
        Use this fee
      </Button>
    </form>
  )
}
