package nl.klimrek.acceptance.fire;

/** Where an instance can be made to die. */
enum FaultPoint {

    /** A command was decided, nothing of it is stored. */
    BEFORE_WRITE,
    /** The step and its events are stored, nobody has begun to send them; the caller hears nothing. */
    AFTER_WRITE_BEFORE_SEND,
    /** The record is with the broker, its acknowledgement is never heard. */
    AFTER_SEND_BEFORE_ACK,
    /** The broker has acknowledged, the event still waits in its document. */
    AFTER_ACK_BEFORE_REMOVAL,
    /** Half of the documents of one removal were written. */
    MIDDLE_OF_A_BATCH,
    /** A record was handed to a handler, which did nothing yet. */
    BEFORE_EFFECT,
    /** The handler's effect is stored, the group's offset is not. */
    AFTER_EFFECT_BEFORE_COMMIT
}
