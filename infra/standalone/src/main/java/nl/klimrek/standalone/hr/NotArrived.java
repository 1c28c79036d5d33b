package nl.klimrek.standalone.hr;

/** Records were sent, but what became of them can not be told. */
final class NotArrived extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotArrived(String sentence) {
        super(sentence);
    }
}
