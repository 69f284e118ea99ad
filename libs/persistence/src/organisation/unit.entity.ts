import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A handling unit (承办单位). `member`: online here; any other is reached by fax and phone. */
export const UnitEntity = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  properties: {
    id: p.string().primary(),
    name: p.string().unique(),
    nameEn: p.string().nullable(),
    member: p.boolean(),
    phone: p.string().nullable(),
    fax: p.string().nullable(),
    /** At the fax gateway, where it is not the number at the gateway's domain. */
    faxAddress: p.string().nullable(),
    mail: p.string().nullable(),
    deputyMayorId: p.string().nullable(),
    /** 负责人审批: its feedback goes out only with its head's approval. */
    headApproves: p.boolean().default(false),
    active: p.boolean().default(true),
  },
});
export type Unit = InferEntity<typeof UnitEntity>;
