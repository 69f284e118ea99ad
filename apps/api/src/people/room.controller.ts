import { Body, Get, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { listRooms, nameRoomHead, putIntoRoom, type UseCaseContext } from '@hotline/application';
import { roomChoice, roomHeadNaming, roomList, roomView } from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { roomParameters, userParameters, type RoomParameters, type UserParameters } from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 三个室: the rooms of the center, their heads and their people. */
@Resource('', 'people')
export class RoomController {
  @Get('rooms')
  @Reads({ id: 'listRooms', summary: '三个室和负责人 · The rooms with their heads', answer: roomList })
  list(@Acting() context: UseCaseContext) {
    return listRooms(context);
  }

  @Post('rooms/:room/head')
  @Writes({ id: 'nameRoomHead', summary: '明确室负责人 · Name a room’s head', answer: roomView })
  nameHead(
    @Param({ schema: roomParameters }) parameters: RoomParameters,
    @Body({ schema: roomHeadNaming }) body: z.output<typeof roomHeadNaming>,
    @Acting() context: UseCaseContext,
  ) {
    return nameRoomHead(context, { ...parameters, ...body });
  }

  @Post('users/:userId/room')
  @Writes({ id: 'putIntoRoom', summary: '调整所在室 · Put somebody into a room', answer: roomView })
  put(
    @Param({ schema: userParameters }) parameters: UserParameters,
    @Body({ schema: roomChoice }) body: z.output<typeof roomChoice>,
    @Acting() context: UseCaseContext,
  ) {
    return putIntoRoom(context, { ...parameters, ...body });
  }
}
