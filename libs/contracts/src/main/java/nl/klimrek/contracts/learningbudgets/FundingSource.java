package nl.klimrek.contracts.learningbudgets;

/** Who pays into a pot. */
public enum FundingSource {
    COLLECTIVE_AGREEMENT,
    EMPLOYER,
    REGIONAL_FUND,
    GOVERNMENT
}
