package nl.klimrek.contracts.popforms;

/** The five factors: know, want, can, dare, may. */
public enum Factor {
    WETEN,
    WILLEN,
    KUNNEN,
    DURVEN,
    MOGEN
}
