package nl.klimrek.portal.frame;

/** A direction on the climbing frame, and where it is in the picture of it, in its own units. */
public enum ClimbDirection {
    UP(160, 30),
    SIDE(270, 110),
    DEEPER(160, 190),
    BROADER(50, 110),
    DOWN(270, 190),
    OUT(50, 30);

    private final int x;
    private final int y;

    ClimbDirection(int x, int y) {
        this.x = x;
        this.y = y;
    }

    /** Its code, as the services name it. */
    public String code() {
        return name();
    }

    public int x() {
        return x;
    }

    public int y() {
        return y;
    }
}
