package nl.klimrek.conversations.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.conversations.legacy.ChecklistColumns.Kind;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.tabular.ColumnMapping;
import nl.klimrek.servicekit.tabular.Table;
import nl.klimrek.servicekit.tabular.TableOpener;
import nl.klimrek.servicekit.tabular.TableRow;
import nl.klimrek.servicekit.tabular.file.FileContent;
import org.springframework.http.HttpStatus;

/**
 * Asks the people service which employee number or e-mail address belongs to which person, with the token of the
 * importing user. That link is stored nowhere else, and here only until the import is done.
 */
final class PersonLookup {

    /** Noted for an address that several people have. */
    static final String SHARED = "*";
    /** Most numbers or addresses in one question, as the people service bounds it. */
    private static final int BATCH = 100;

    private static final int MAX_PEOPLE = 500_000;
    private static final int MAX_LENGTH = 254;
    private static final int ATTEMPTS = 3;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String people;

    /** @param people address of the people service */
    PersonLookup(String people) {
        this.people = people;
    }

    /**
     * Who is meant in the cells of a file, of those cells that mean somebody; none where the file names people by id.
     *
     * @param source HR system that the employee numbers are of
     * @return person id, or {@link #SHARED}, by {@link Kind#key}
     */
    Map<String, String> in(
            FileContent file, String encoding, ColumnMapping names, String source, String authorization) {
        Map<String, String> found = new HashMap<>();
        cells(file, encoding, names).forEach((kind, cells) -> {
            List<String> wanted = List.copyOf(cells);
            for (int from = 0; from < wanted.size(); from += BATCH) {
                List<String> some = wanted.subList(from, Math.min(wanted.size(), from + BATCH));
                note(kind, ask(path(kind, some, source), authorization), found);
            }
        });
        return found;
    }

    private static void note(Kind kind, JsonNode answer, Map<String, String> found) {
        answer.forEach(person -> found.put(
                kind.key(person.path(kind.parameter()).asText()),
                person.path("shared").asBoolean()
                        ? SHARED
                        : person.path("person").asText()));
    }

    private static Map<Kind, Set<String>> cells(FileContent file, String encoding, ColumnMapping names) {
        Map<Kind, Set<String>> cells = new EnumMap<>(Kind.class);
        int people = 0;
        try (Table table = TableOpener.open(file, encoding, names)) {
            ChecklistColumns columns = ChecklistColumns.of(table.heading());
            List<String> where = List.of(columns.employee(), columns.counterpart()).stream()
                    .filter(column -> Kind.of(column) != Kind.ID)
                    .toList();
            for (Optional<TableRow> row = table.next(); row.isPresent() && !where.isEmpty(); row = table.next()) {
                for (String column : where) {
                    String cell = columns.cell(row.get().cells(), column);
                    Kind kind = Kind.of(column);
                    if (!cell.isBlank()
                            && cell.length() <= MAX_LENGTH
                            && cells.computeIfAbsent(kind, first -> new LinkedHashSet<>())
                                    .add(kind.key(cell))) {
                        people++;
                    }
                }
                if (people > MAX_PEOPLE) {
                    throw new RequestRefusedException(
                            HttpStatus.BAD_REQUEST, "too-many-people", Map.of("most", MAX_PEOPLE));
                }
            }
        }
        return cells;
    }

    private static String path(Kind kind, List<String> cells, String source) {
        String asked = cells.stream()
                .map(cell -> kind.parameter() + "=" + encoded(cell))
                .collect(Collectors.joining("&"));
        return kind == Kind.NUMBER
                ? "/api/people/by-number?source=" + encoded(source) + "&" + asked
                : "/api/people/by-email?" + asked;
    }

    private JsonNode ask(String path, String authorization) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(people + path))
                .timeout(TIMEOUT)
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .build();
        List<Integer> answers = new ArrayList<>();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() == 200) {
                    return JSON.readTree(answer.body());
                }
                answers.add(answer.statusCode());
            } catch (IOException away) {
                answers.add(0);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new RequestRefusedException(HttpStatus.SERVICE_UNAVAILABLE, "people-away", Map.of("answers", answers));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
