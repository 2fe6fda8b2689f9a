import { defineTimer } from '../kernel/define-timer'
import { scheduledJobs } from '../stores/scheduled-jobs'
import { jobs } from './jobs'

/** Timer-triggered, once a minute (deploy/functions.json). */
export const main = defineTimer(jobs, scheduledJobs)
