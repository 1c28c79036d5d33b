package nl.klimrek.journal.store;

import java.nio.file.Files;
import java.nio.file.Path;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import nl.klimrek.embedded.EmbeddedMongo;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** The embedded store for one test class, and a client to it as an argument. */
final class EmbeddedStore implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private Path folder;
    private EmbeddedMongo store;
    private MongoClient client;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        folder = Files.createTempDirectory("journal-store");
        store = EmbeddedMongo.start(folder);
        client = MongoClients.create(store.connectionString());
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        client.close();
        store.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == MongoClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return client;
    }
}
