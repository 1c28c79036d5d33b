package nl.klimrek.testkit.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The samples of a message: as released, with fields that its readers do not know, and with a value that they do not know in
 * each place where there is a code.
 */
public final class ReleasedSamples {

    private static final ObjectMapper JSON = ContractJson.mapper();
    private static final String NEWER = "NEWER_THAN_ITS_READER";

    private ReleasedSamples() {}

    /** Messages of this kind as a topic may hold them. */
    public static List<ObjectNode> of(Class<? extends Record> contract) {
        List<ObjectNode> all = new ArrayList<>();
        for (ObjectNode released : released(Contracts.typeOf(contract))) {
            all.add(released);
            ObjectNode newer = released.deepCopy().put("addedLater", "by a newer version");
            newer.putObject("addedLaterToo").putArray("nested").add(1);
            all.add(newer);
            Stream.of(contract.getRecordComponents())
                    .filter(component -> released.has(component.getName()))
                    .forEach(component -> newerValue(released, component, all));
        }
        return all;
    }

    private static void newerValue(ObjectNode released, RecordComponent component, List<ObjectNode> all) {
        if (component.getType().isEnum()) {
            all.add(released.deepCopy().put(component.getName(), NEWER));
        } else if (elements(component.getGenericType()) instanceof Class<?> element && element.isEnum()) {
            ObjectNode newer = released.deepCopy();
            ((ArrayNode) newer.get(component.getName())).insert(0, NEWER);
            all.add(newer);
        }
    }

    private static @Nullable Type elements(Type type) {
        return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : null;
    }

    private static List<ObjectNode> released(String type) {
        try {
            List<ObjectNode> samples = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:samples/" + type + "/*.json")) {
                try (InputStream in = file.getInputStream()) {
                    samples.add((ObjectNode) JSON.readTree(in));
                }
            }
            if (samples.isEmpty()) {
                throw new IllegalStateException("no sample of " + type);
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
