package nl.klimrek.learningbudgets;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.eventing.schema.StoreMigration;
import nl.klimrek.eventing.schema.StoreSchema;
import nl.klimrek.learningbudgets.account.AccountRepository;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.account.LedgerMigration;
import nl.klimrek.learningbudgets.account.LedgerPage;
import nl.klimrek.servicekit.people.PeopleProjectionConfiguration;

/** The indexes of this service's database; {@code infra/admin migrate} builds them. */
public final class LearningBudgetsSchema implements StoreSchema {

    /** Accounts whose older entries are in pages. A version before would count their entries wrongly. */
    static final int ACCOUNTS = 1;

    static final AggregateType<LedgerPage> PAGES = AggregateType.readDocument("ledger_pages", LedgerPage.class);

    @Override
    public String service() {
        return LearningBudgetsService.NAME;
    }

    @Override
    public List<CollectionSchema> collections() {
        return List.of(
                PeopleProjectionConfiguration.MEMBERS,
                CollectionSchema.publishing("accounts").due(),
                CollectionSchema.of("ledger_pages"),
                CollectionSchema.publishing("disclosures"));
    }

    @Override
    public List<StoreMigration> migrations(MongoDatabase database) {
        AggregateType<BudgetAccount> accounts =
                new AggregateType<>("accounts", BudgetAccount.class, null, BudgetAccount::nextReportAt);
        return List.of(new LedgerMigration(
                database.getCollection("accounts"),
                new AccountRepository(
                        AggregateStoreFactory.readDocuments(database, accounts.withSchema(ACCOUNTS)),
                        AggregateStoreFactory.readDocuments(database, PAGES))));
    }
}
