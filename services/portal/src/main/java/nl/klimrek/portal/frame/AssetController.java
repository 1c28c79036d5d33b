package nl.klimrek.portal.frame;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.portal.frame.Assets.Asset;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the style sheet and scripts under the addresses that pages name; an address of another version is not found. */
@Controller
class AssetController {
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl FOR_NOW =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();
    private final Asset style;
    private final Map<String, Asset> assets;

    AssetController(Assets assets) {
        this.style = assets.style();
        this.assets = Stream.of(assets.style(), assets.script(), assets.htmx())
                .collect(Collectors.toMap(Asset::path, Function.identity()));
    }

    @GetMapping("/assets/{file:(?:house|htmx)-[0-9a-f]+\\.(?:css|js)}")
    ResponseEntity<String> asset(@PathVariable String file) {
        Asset asset = assets.get("/assets/" + file);
        if (asset == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .cacheControl(FOR_GOOD)
                .contentType(MediaType.parseMediaType(
                        (file.endsWith(".css") ? "text/css" : "text/javascript") + ";charset=UTF-8"))
                .body(asset.content());
    }

    /** The same style sheet under a name that never changes, for pages that are shown when something failed. */
    @GetMapping(path = "/assets/house.css", produces = "text/css;charset=UTF-8")
    ResponseEntity<String> style() {
        return ResponseEntity.ok().cacheControl(FOR_NOW).body(style.content());
    }
}
