package nl.klimrek.acceptance.chaos;

/** Points at which an instance can crash. */
enum FaultPoint {

    /** A command was decided and is not stored. */
    BEFORE_WRITE,
    /** State and events are stored, nothing is sent, and the caller gets no answer. */
    AFTER_WRITE_BEFORE_SEND,
    /** The broker has the record; its acknowledgement is lost. */
    AFTER_SEND_BEFORE_ACK,
    /** The broker has acknowledged; the event is still in its document. */
    AFTER_ACK_BEFORE_REMOVAL,
    /** Half of a removal batch is written. */
    MIDDLE_OF_A_BATCH,
    /** A handler got a record and has done nothing. */
    BEFORE_EFFECT,
    /** The handler's effect is stored; the group's offset is not. */
    AFTER_EFFECT_BEFORE_COMMIT
}
