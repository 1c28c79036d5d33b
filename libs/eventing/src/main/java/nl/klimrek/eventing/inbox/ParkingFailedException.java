package nl.klimrek.eventing.inbox;

/** A record could not be put into its dead-letter topic; it stays where it is and is tried again. Without a trace: it comes every round. */
final class ParkingFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ParkingFailedException(String place, String topic, Throwable cause) {
        super(place + " can not be parked in " + topic + " now: " + root(cause), null, false, false);
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
