package nl.klimrek.standalone.hr;

/** It can not begin, for a reason that one sentence tells; nothing was sent. */
final class NotPossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPossible(String sentence) {
        super(sentence);
    }
}
