package io.github.alimsg.it;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.alimsg.core.OpenValue;
import io.github.alimsg.core.wire.Shown;
import java.util.stream.Stream;

/** Rules over class files, generated ones included; those over sources are in {@code architecture}. */
@AnalyzeClasses(packages = "io.github.alimsg", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] OKHTTP = {"okhttp3..", "okio.."};
    private static final String[] FOREIGN = {"okhttp3..", "okio..", "com.fasterxml.jackson..", "mockwebserver3.."};

    @ArchTest
    static final ArchRule ONLY_THE_TRANSPORT_USES_OKHTTP = noClasses()
            .that()
            .resideInAPackage("io.github.alimsg..")
            .and()
            .resideOutsideOfPackages("io.github.alimsg.core.okhttp", "io.github.alimsg.testing..")
            .and()
            .doNotHaveFullyQualifiedName("io.github.alimsg.core.ClientBuilder") // its httpClient(OkHttpClient)
            .and()
            .doNotHaveFullyQualifiedName("io.github.alimsg.inbox.OwnCertificate") // made by okhttp-tls
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OKHTTP);

    @ArchTest
    static final ArchRule NOTHING_OUTSIDE_REACHES_INTERNAL = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.alimsg.core..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.alimsg.core.internal..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.github.alimsg.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_FOREIGN_TYPE_IN_PUBLIC_SIGNATURES = methods()
            .that()
            .areDeclaredInClassesThat(describe("are public API", ArchitectureTest::isPublicApi))
            .and(describe("are visible to users", ArchitectureTest::isVisible))
            .and(describe(
                    "are not the builder's httpClient or the transport's sharing",
                    ArchitectureTest::isNotMeantForOkHttp))
            .should(notMention(FOREIGN));

    @ArchTest
    static final ArchRule NO_REFLECTION_IN_GENERATED_CODE = noClasses()
            .that()
            .resideInAnyPackage("io.github.alimsg.cams..", "io.github.alimsg.dysms..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..");

    @ArchTest
    static final ArchRule MODELS_ARE_FINAL = classes()
            .that()
            .resideInAnyPackage("..model")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule RECEIPTS_MAKE_NO_CALL = noClasses()
            .that()
            .resideInAPackage("io.github.alimsg.receipts..")
            .should()
            .dependOnClassesThat(describe(
                    "are ours, other than OpenValue, the time and Shown",
                    type -> type.getPackageName().startsWith("io.github.alimsg.")
                            && !resideInAnyPackage("io.github.alimsg.receipts..", "io.github.alimsg.core.time")
                                    .test(type)
                            && !type.isEquivalentTo(OpenValue.class)
                            && !type.isEquivalentTo(Shown.class)));

    private static boolean isPublicApi(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !resideInAnyPackage(
                                "io.github.alimsg.core.internal..",
                                "io.github.alimsg.testing.*..",
                                "io.github.alimsg.inbox.*..",
                                "io.github.alimsg.codegen..",
                                "io.github.alimsg.examples..")
                        .test(type);
    }

    private static boolean isVisible(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                || method.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean isNotMeantForOkHttp(JavaMethod method) {
        return !method.getName().equals("httpClient") && !method.getFullName().contains("OkHttpTransport.sharing");
    }

    private static ArchCondition<JavaMethod> notMention(String... packages) {
        return new ArchCondition<>("not mention foreign types") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                mentioned(method)
                        .filter(resideInAnyPackage(packages))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " mentions " + type.getName())));
            }
        };
    }

    private static Stream<JavaClass> mentioned(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream());
    }
}
