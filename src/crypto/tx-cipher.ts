export { type Opened, openAttribute, openData, openError, openInput } from './tx-outputs'
export { openCiphertext, sealCiphertext } from './tx-siv'
export { openCiphertextOffThread, sealCiphertextOffThread } from './tx-siv-off-thread'
export { readWire, type TxWire, writeWire } from './tx-wire'
