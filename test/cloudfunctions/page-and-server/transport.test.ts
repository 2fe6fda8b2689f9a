import { comparePageAndServer } from '../support/page-and-server'

comparePageAndServer('transport')
