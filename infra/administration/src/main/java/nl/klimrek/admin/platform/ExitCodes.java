package nl.klimrek.admin.platform;

/** What the exit code of every command means. */
public final class ExitCodes {

    /** Done, or nothing to do. */
    public static final int DONE = 0;
    /** A plan or a check found differences. */
    public static final int DIFFERENCES = 1;
    /** The command is wrong, or broker or store could not be reached. */
    public static final int FAILED = 2;

    private ExitCodes() {}
}
