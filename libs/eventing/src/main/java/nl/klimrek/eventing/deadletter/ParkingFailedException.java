package nl.klimrek.eventing.deadletter;

/**
 * A record could not be written to its dead-letter topic; it is retried. Has no stack trace, because it recurs at
 * each retry.
 */
final class ParkingFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ParkingFailedException(String place, String topic, Throwable cause) {
        super(place + " cannot be parked in " + topic + " now: " + root(cause), null, false, false);
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
