import { Command, commandOf, Fields } from '../lib/fields'
import { Response } from '../lib/response'
import { Call } from './call'
import { runChainCommand } from './chain-commands'
import { runStateCommand } from './state-commands'
import { runTroubleCommand } from './trouble-commands'

/** Carries out the commands of both generations; each generation adds its own. */
export class Probe {
  call: Call
  response: Response

  constructor(call: Call, response: Response) {
    this.call = call
    this.response = response
  }

  /** Runs a message; an empty object asks for nothing. */
  runMessage(message: Fields): void {
    if (message.json.names.length > 0) this.run(commandOf(message))
  }

  run(command: Command): void {
    if (this.response.failure !== null) return
    if (command.name === 'all') this.runAll(command.fields)
    else if (!this.runKnown(command)) {
      this.response.fail('parse_err', `unknown command \`${command.name}\``)
    }
  }

  protected runKnown(command: Command): bool {
    return (
      runStateCommand(command, this.call, this.response) ||
      runChainCommand(command, this.call, this.response) ||
      runTroubleCommand(command, this.response)
    )
  }

  private runAll(fields: Fields): void {
    const commands = fields.list('commands')
    for (let i = 0; i < commands.length; i++) this.run(commandOf(new Fields(commands[i], this.response)))
  }
}
