import { SetMetadata } from '@nestjs/common';

const OPEN = 'hotline:open';

/** A controller outside of `/api/v1` that needs no session: the web, the documents, what a supervisor asks. */
export const Open = (): ClassDecorator => SetMetadata(OPEN, true);

export const isOpen = (controller: object): boolean => Reflect.getMetadata(OPEN, controller) === true;
