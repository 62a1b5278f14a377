package io.github.alimsg.codegen.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.codegen.ApiFiles;
import io.github.alimsg.codegen.Generator;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One command makes a project and its compiled client from a metadata file. */
class NewProjectTest {
    private static final Path METADATA = Path.of("src/test/resources/products/replies.json");

    @TempDir
    private Path folder;

    private static NewApi api() throws IOException {
        return NewApi.of("replies.json", Files.readString(METADATA), "made.replies");
    }

    @Test
    void itHoldsTheFilesAndTheCompiledClient() throws IOException {
        var project = new NewProject(folder, api());
        project.write("made.replies", "1.2.3");
        Path sources = project.build(folder.resolve("target"));

        Path files = folder.resolve("src/main/api/replies-2026-01-01");
        assertThat(files.resolve("metadata.json")).hasSameTextualContentAs(METADATA);
        assertThat(Generator.generate(ApiFiles.in(files, folder)).sources())
                .isEqualTo(Generator.generate(api().files()).sources());
        assertThat(folder.resolve("pom.xml"))
                .content()
                .contains("<version>1.2.3</version>", "<api>${project.basedir}/src/main/api/replies-2026-01-01</api>");
        assertThat(sources.resolve("made/replies/RepliesClient.java")).exists();
        assertThat(folder.resolve("target/classes/made/replies/RepliesClient.class"))
                .exists();
        assertThat(folder.resolve("target/classes/made/replies/metadata.json")).exists();
    }

    @Test
    void whatPeopleWroteIsNeverOverwritten() throws IOException {
        var project = new NewProject(folder, api());
        Files.writeString(folder.resolve("pom.xml"), "mine");
        project.write("made.replies", "1.2.3");
        Path customization = project.apiFolder().resolve("customization.yaml");
        Files.writeString(customization, "confirmed");

        assertThatThrownBy(() -> project.write("made.replies", "1.2.3"))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(customization + " is there already; remove it to guess again");
        assertThat(customization).content().isEqualTo("confirmed");
        assertThat(folder.resolve("pom.xml")).content().isEqualTo("mine");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> ApiFiles.in(folder.resolve("api"), folder))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessage(
                        "there is no file api/metadata.json; an API's folder holds metadata.json, customization.yaml"
                                + " and docs.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeRegions, READ",
        "ListUsers, READ",
        "QuerySendDetails, READ",
        "SearchOrders, READ",
        "DescribeVerifyToken, CREATE",
        "QueryAndLockOrder, CREATE",
        "Get, CREATE",
        "GetUser, CREATE",
        "Describes, CREATE",
        "ListenToQueue, CREATE",
        "UpdateUser, UPDATE",
        "ModifyUser, UPDATE",
        "SetUser, CREATE",
        "DeleteUser, DELETE",
        "RemoveUser, CREATE",
        "SendSms, SEND",
        "BatchSendMail, SEND",
        "SingleCallByTts, CREATE",
        "SendSmsVerifyCode, SENDS_CODE",
        "CheckSmsVerifyCode, CREATE",
        "oneWord, CREATE"
    })
    void anEffectIsGuessedFromTheNameAndIsTheCarefulOneInDoubt(String operation, String effect) {
        assertThat(EffectGuess.of(operation).effect()).isEqualTo(effect);
    }

    @Test
    void aGetIsReadOnlyWhenSomebodyConfirmsIt() throws IOException {
        Path words = Path.of("src/test/resources/products/words.json");

        NewApi api = NewApi.of("words.json", Files.readString(words), "made.words");

        assertThat(api.guesses())
                .contains("GetWordToken       CREATE      Get: READ once somebody confirms that it changes nothing\n");
        assertThat(api.files().customization())
                .contains("    # Get: READ once somebody confirms that it changes nothing\n    - GetWordToken\n");
    }

    @Test
    void areasAreTheVendorsDirectories() throws IOException {
        Path parameters = Path.of("src/test/resources/products/parameters.json");

        NewApi api = NewApi.of("parameters.json", Files.readString(parameters), "made.parameters");

        assertThat(api.files().customization().lines().filter(line -> line.startsWith("    title: ")))
                .containsExactly(
                        "    title: Crates",
                        "    title: Seals",
                        "    title: AllowCrates",
                        "    title: \"Other operations\"");
    }

    @Test
    void aPackageThatCannotBeOneIsRefused() {
        assertThatThrownBy(() -> NewApi.of("replies.json", Files.readString(METADATA), "made.class"))
                .hasMessageContaining("'made.class' cannot be the name of a package");
    }
}
