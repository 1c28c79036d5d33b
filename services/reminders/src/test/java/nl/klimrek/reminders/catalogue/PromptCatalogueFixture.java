package nl.klimrek.reminders.catalogue;

import nl.klimrek.servicekit.events.ContractCatalogue;

/** The rules that the service ships, for tests of other packages. */
public final class PromptCatalogueFixture {

    private PromptCatalogueFixture() {}

    public static PromptCatalogue load() {
        return new PromptCatalogue(new ContractCatalogue());
    }
}
