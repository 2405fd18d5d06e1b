import { parseArgs } from 'node:util'
import { messageOf, stop } from './project.mjs'

/**
 * The flags and words after the script's name; both `--port 80` and `--port=80` do. Stops the script on others.
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} O
 * @param {O} options
 * @param {string} usage
 */
export function readFlags(options, usage) {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    return stop(`${messageOf(error).split('. ')[0]}.\n${usage}`)
  }
}

/**
 * @param {string} name as the user knows it
 * @param {string} text
 * @param {number} min
 * @param {number} max
 */
export function readWhole(name, text, min, max) {
  const number = /^-?\d+$/.test(text.trim()) ? Number(text) : Number.NaN
  if (number >= min && number <= max) return number
  return stop(`${name} takes a whole number from ${min} to ${max}, not "${text}".`)
}

/**
 * @param {string} name as the user knows it
 * @param {string} text
 */
export const readPort = (name, text) => readWhole(name, text, 1, 65_535)
