package io.github.alimsg.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.it.architecture.FloorPlan.Floor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every class is in the package that it belongs in")
class FloorsTest {
    private static final List<SourceFile> FILES = SourceFile.ofAllModules();
    private static final List<Map<String, Floor>> PLANS = List.of(FloorPlan.CORE, FloorPlan.TESTING);

    @Test
    void everyClassIsInItsPlaceAndUsesOnlyWhatIsBelow() {
        assertThat(FILES).hasSizeGreaterThan(250);
        assertThat(FILES.stream().flatMap(file -> FloorPlan.problems(file).stream()))
                .isEmpty();
    }

    @Test
    void noPackagesUseEachOther() {
        assertThat(FloorPlan.circle(FILES)).isNull();
    }

    @Test
    void everyFloorUsesOnlyLowerOnes() {
        for (Map<String, Floor> plan : PLANS) {
            List<String> above = new ArrayList<>();
            plan.forEach((name, floor) -> {
                above.add(name);
                assertThat(floor.mayUse()).as(name).isSubsetOf(plan.keySet()).doesNotContainAnyElementsOf(above);
            });
        }
    }

    @Test
    void thePlanHasNoPackageThatIsGone() {
        assertThat(PLANS)
                .allSatisfy(plan ->
                        assertThat(FILES.stream().map(SourceFile::packageName)).containsAll(plan.keySet()));
    }

    @Test
    void thePageHasTheSamePackages() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "architecture.md"));
        assertThat(PLANS)
                .allSatisfy(plan -> assertThat(plan.keySet())
                        .allSatisfy(name -> assertThat(page).contains("\n" + name + " ")));
    }

    @Test
    void aConstantOfAnotherPackageIsSeenThoughTheCompilerCopiesIt() {
        SourceFile planted = SourceFile.of("Gzip", """
                package io.github.alimsg.core.http;

                import static io.github.alimsg.core.okhttp.OkHttpTransport.DEFAULT_CONNECTIONS;

                final class Gzip {
                    static final int HALF = DEFAULT_CONNECTIONS / 2;
                }
                """);
        assertThat(FloorPlan.problems(planted))
                .singleElement()
                .asString()
                .startsWith(
                        "core.http.Gzip uses core.okhttp, which core.http (one exchange, whatever carries it) may not"
                                + ": it belongs in core.");

        List<SourceFile> all = new ArrayList<>(FILES);
        all.add(planted);
        assertThat(FloorPlan.circle(all)).contains("core.http", "core.okhttp");
    }

    @Test
    void aQualifiedNameIsSeenAndACommentIsNot() {
        SourceFile file = SourceFile.of("Gzip", """
                package io.github.alimsg.core.time;

                /** Like {@link io.github.alimsg.core.error.Delivery}. */
                final class Gzip {
                    String text = "io.github.alimsg.core.http.HttpRequest"; // io.github.alimsg.core.Pager
                    Object call = io.github.alimsg.core.spi.ClientCore.class;
                }
                """);
        assertThat(file.uses()).isEqualTo(Set.of("core.spi"));
    }

    @Test
    void aNewPackageIsAskedForItsPlace() {
        assertThat(problems("core.compression", "import io.github.alimsg.core.http.HttpBody;"))
                .singleElement()
                .asString()
                .startsWith(
                        "core.compression.Gzip is in a package that is not on the plan: it belongs in core.http (one"
                                + " exchange, whatever carries it), or core.credentials (where keys come from), or core")
                .endsWith("for a subject of its own, add the package to FloorPlan and to docs/architecture.md");
        assertThat(problems("compression", "")).singleElement().asString().contains("add the module");
    }

    @Test
    void okHttpIsBehindItsInterface() {
        assertThat(problems("core.internal.call", "import okhttp3.OkHttpClient;"))
                .singleElement()
                .asString()
                .contains("uses OkHttp: it belongs in core.okhttp (exchanges over OkHttp)");
    }

    @Test
    void theGatewayOfTheFakeKnowsNothingOfReceipts() {
        assertThat(problems("testing.gateway", "import io.github.alimsg.testing.receipts.Posted;"))
                .singleElement()
                .asString()
                .startsWith("testing.gateway.Gzip uses testing.receipts, which testing.gateway (")
                .contains("it belongs in testing.receipts (");
        assertThat(problems("testing.clock", "import io.github.alimsg.core.time.TimeSource;"))
                .singleElement()
                .asString()
                .startsWith(
                        "testing.clock.Gzip is in a package that is not on the plan: it belongs in testing.products");
    }

    @Test
    void aProductSeesNothingHiddenAndNoOtherProduct() {
        assertThat(problems("cams.content", "import io.github.alimsg.core.internal.json.Json;"))
                .singleElement()
                .asString()
                .contains("only");
        assertThat(problems("cams.content", "import io.github.alimsg.dysms.international.DysmsInternationalClient;"))
                .singleElement()
                .asString()
                .contains("cams may use only");
        assertThat(problems("receipts", "import io.github.alimsg.core.OpenValue;"))
                .isEmpty();
    }

    private static List<String> problems(String packageName, String imports) {
        return FloorPlan.problems(SourceFile.of(
                "Gzip", "package io.github.alimsg." + packageName + ";\n\n" + imports + "\n\nfinal class Gzip {}\n"));
    }
}
