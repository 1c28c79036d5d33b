package nl.klimrek.contracts.popforms;

/** Keep up (bijscholen), broaden (opscholen) or anticipate (omscholen). */
public enum Purpose {
    MAINTAIN,
    BROADEN,
    ANTICIPATE
}
