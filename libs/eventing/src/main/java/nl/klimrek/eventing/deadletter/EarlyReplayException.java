package nl.klimrek.eventing.deadletter;

/** A replay waits until its group has read past the place from which the dead letter was parked. */
public final class EarlyReplayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EarlyReplayException(DeadLetterReplay replay) {
        super("the group has not read past %s-%d@%d".formatted(replay.topic(), replay.partition(), replay.offset()));
    }

    /** Whether a failure is one of these, or is caused by one. */
    public static boolean causes(Throwable failure) {
        return failure instanceof EarlyReplayException || failure.getCause() != null && causes(failure.getCause());
    }
}
