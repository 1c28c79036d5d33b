package nl.klimrek.eventing.marker;

/** A command key was already used for another command. Nothing changed. */
public final class CommandKeyReusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandKeyReusedException() {
        super("command key was used before for other content");
    }
}
