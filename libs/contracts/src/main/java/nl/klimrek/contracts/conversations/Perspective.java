package nl.klimrek.contracts.conversations;

/** Whose development the talk is about. */
public enum Perspective {
    PERSON,
    WORK,
    SOCIETY,
    CONNECTED
}
