package nl.klimrek.conversations.oldregime;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import nl.klimrek.servicekit.problem.RequestRefused;
import nl.klimrek.servicekit.tabular.FileContent;
import nl.klimrek.servicekit.tabular.Table;
import nl.klimrek.servicekit.tabular.TableRow;
import nl.klimrek.servicekit.tabular.Tables;
import org.springframework.http.HttpStatus;

/**
 * Asks the people service which employee number is which person, with the token of whoever imports: the link between the
 * two is kept nowhere else, and here only until the import is done.
 */
final class EmployeeNumbers {

    /** Most numbers in one question, as the people service bounds it. */
    private static final int BATCH = 100;
    private static final int MAX_NUMBERS = 500_000;
    private static final int LONGEST = 64;
    private static final int ATTEMPTS = 3;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private final String people;

    /** @param people address of the people service */
    EmployeeNumbers(String people) {
        this.people = people;
    }

    /** Person id by number, of those numbers in the file that somebody has; none where the file names people by id. */
    Map<String, String> in(FileContent file, String encoding, String source, String authorization) {
        Map<String, String> found = new HashMap<>();
        List<String> numbers = List.copyOf(numbers(file, encoding));
        for (int from = 0; from < numbers.size(); from += BATCH) {
            ask(numbers.subList(from, Math.min(numbers.size(), from + BATCH)), source, authorization).forEach(person ->
                    found.put(person.path("number").asText(), person.path("person").asText()));
        }
        return found;
    }

    private static Set<String> numbers(FileContent file, String encoding) {
        Set<String> numbers = new LinkedHashSet<>();
        try (Table table = Tables.open(file, encoding)) {
            ChecklistColumns columns = ChecklistColumns.of(table.heading());
            List<String> where = List.of(columns.employee(), columns.counterpart()).stream().filter(columns::byNumber).toList();
            for (Optional<TableRow> row = table.next(); row.isPresent() && !where.isEmpty(); row = table.next()) {
                for (String column : where) {
                    String number = columns.cell(row.get().cells(), column);
                    if (!number.isEmpty() && number.length() <= LONGEST) {
                        numbers.add(number);
                    }
                }
                if (numbers.size() > MAX_NUMBERS) {
                    throw new RequestRefused(HttpStatus.BAD_REQUEST, "too-many-people", Map.of("most", MAX_NUMBERS));
                }
            }
        }
        return numbers;
    }

    private JsonNode ask(List<String> numbers, String source, String authorization) {
        String query = "?source=" + encoded(source) + numbers.stream().map(number -> "&number=" + encoded(number)).collect(Collectors.joining());
        HttpRequest request = HttpRequest.newBuilder(URI.create(people + "/api/people/by-number" + query)).timeout(TIMEOUT)
                .header("Authorization", authorization).header("Accept", "application/json").build();
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
        throw new RequestRefused(HttpStatus.SERVICE_UNAVAILABLE, "people-away", Map.of("answers", answers));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
