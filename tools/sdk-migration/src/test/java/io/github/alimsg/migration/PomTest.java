package io.github.alimsg.migration;

import static org.openrewrite.xml.Assertions.xml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpec;
import org.openrewrite.xml.tree.Xml;

/** What the vendor's artifacts in a pom become. */
class PomTest implements RewriteTest {
    @Override
    public void defaults(RecipeSpec spec) {
        spec.recipe(new FromSyncSdk());
    }

    @Test
    void theBomAndOurModule() {
        rewriteRun(xml("""
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>shop</artifactId>
                  <version>1</version>

                  <dependencies>
                    <dependency>
                      <groupId>com.aliyun</groupId>
                      <artifactId>dysmsapi20170525</artifactId>
                      <version>4.1.2</version>
                    </dependency>
                    <dependency>
                      <groupId>com.aliyun</groupId>
                      <artifactId>tea-openapi</artifactId>
                      <version>0.3.8</version>
                    </dependency>
                    <dependency>
                      <groupId>org.slf4j</groupId>
                      <artifactId>slf4j-api</artifactId>
                      <version>2.0.17</version>
                    </dependency>
                  </dependencies>
                </project>
                """, """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>shop</artifactId>
                  <version>1</version>

                  <dependencyManagement>
                    <dependencies>
                      <dependency>
                        <groupId>io.github.alimsg</groupId>
                        <artifactId>sdk-bom</artifactId>
                        <version>0.1.0-SNAPSHOT</version>
                        <type>pom</type>
                        <scope>import</scope>
                      </dependency>
                    </dependencies>
                  </dependencyManagement>

                  <dependencies>
                    <dependency>
                      <groupId>io.github.alimsg</groupId>
                      <artifactId>sdk-dysms</artifactId>
                    </dependency>
                    <dependency>
                      <groupId>org.slf4j</groupId>
                      <artifactId>slf4j-api</artifactId>
                      <version>2.0.17</version>
                    </dependency>
                  </dependencies>
                </project>
                """, spec -> spec.path("pom.xml")));
    }

    @Test
    void managedVersions() {
        rewriteRun(xml("""
                        <project>
                          <dependencyManagement>
                            <dependencies>
                              <dependency>
                                <groupId>com.aliyun</groupId>
                                <artifactId>dysmsapi20170525</artifactId>
                                <version>4.1.2</version>
                              </dependency>
                            </dependencies>
                          </dependencyManagement>
                        </project>
                        """, """
                        <project>
                          <dependencyManagement>
                            <dependencies>
                              <dependency>
                                <groupId>io.github.alimsg</groupId>
                                <artifactId>sdk-bom</artifactId>
                                <version>0.1.0-SNAPSHOT</version>
                                <type>pom</type>
                                <scope>import</scope>
                              </dependency>
                            </dependencies>
                          </dependencyManagement>
                        </project>
                        """, spec -> spec.path("pom.xml")), xml("""
                        <project>
                          <dependencies>
                            <dependency>
                              <groupId>com.aliyun</groupId>
                              <artifactId>dysmsapi20170525</artifactId>
                            </dependency>
                            <dependency>
                              <groupId>com.aliyun</groupId>
                              <artifactId>ecs20140526</artifactId>
                            </dependency>
                            <dependency>
                              <groupId>com.aliyun</groupId>
                              <artifactId>tea-openapi</artifactId>
                            </dependency>
                          </dependencies>
                        </project>
                        """, """
                        <project>
                          <dependencies>
                            <dependency>
                              <groupId>io.github.alimsg</groupId>
                              <artifactId>sdk-dysms</artifactId>
                            </dependency>
                            <dependency>
                              <groupId>com.aliyun</groupId>
                              <artifactId>ecs20140526</artifactId>
                            </dependency>
                            <dependency>
                              <groupId>com.aliyun</groupId>
                              <artifactId>tea-openapi</artifactId>
                            </dependency>
                          </dependencies>
                        </project>
                        """, spec -> spec.path("shop/pom.xml")));
    }

    @Test
    void productsThatAreNotNamedStay() {
        rewriteRun(xml("""
                <project>
                  <dependencies>
                    <dependency>
                      <groupId>com.aliyun</groupId>
                      <artifactId>cams20200606</artifactId>
                      <version>3.0.0</version>
                    </dependency>
                  </dependencies>
                </project>
                """, spec -> spec.path("pom.xml")));
    }

    @Test
    void productsThatAreNamed() {
        rewriteRun(
                spec -> spec.recipes(new FromSyncCams(), new FromSyncInternationalSms()),
                xml("""
                        <project>
                          <dependencies>
                            <dependency>
                              <groupId>com.aliyun</groupId>
                              <artifactId>cams20200606</artifactId>
                            </dependency>
                            <dependency>
                              <groupId>com.aliyun</groupId>
                              <artifactId>dysmsapi20180501</artifactId>
                            </dependency>
                          </dependencies>
                        </project>
                        """, """
                        <project>
                          <dependencies>
                            <dependency>
                              <groupId>io.github.alimsg</groupId>
                              <artifactId>sdk-cams</artifactId>
                            </dependency>
                            <dependency>
                              <groupId>io.github.alimsg</groupId>
                              <artifactId>sdk-dysms</artifactId>
                            </dependency>
                          </dependencies>
                        </project>
                        """, spec -> spec.path("pom.xml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aliyun-java-sdk-dysmsapi", "aliyun-java-sdk-core"})
    void theFirstGeneration(String artifact) {
        rewriteRun(
                spec -> spec.recipe(new FromFirstSdk()),
                xml(dependencies("com.aliyun", artifact), dependencies("io.github.alimsg", "sdk-dysms"), this::pom));
    }

    @Test
    void theAsynchronousSdk() {
        rewriteRun(
                spec -> spec.recipe(new FromAsyncSdk()),
                xml(
                        dependencies("com.aliyun", "alibabacloud-dysmsapi20170525"),
                        dependencies("io.github.alimsg", "sdk-dysms"),
                        this::pom));
    }

    /** What common requests of other products need. */
    @Test
    void theCoreBesideAnotherProduct() {
        rewriteRun(
                spec -> spec.recipe(new FromFirstSdk()),
                xml(
                        dependencies("com.aliyun", "aliyun-java-sdk-core", "com.aliyun", "aliyun-java-sdk-ecs"),
                        this::pom));
    }

    private void pom(SourceSpec<Xml.Document> spec) {
        spec.path("pom.xml");
    }

    /** A pom whose versions are managed elsewhere, with some dependencies: groups and artifacts in turn. */
    private static String dependencies(String... names) {
        StringBuilder pom = new StringBuilder("<project>\n  <dependencies>\n");
        for (int i = 0; i < names.length; i += 2) {
            pom.append("    <dependency>\n      <groupId>")
                    .append(names[i])
                    .append("</groupId>\n      <artifactId>")
                    .append(names[i + 1])
                    .append("</artifactId>\n    </dependency>\n");
        }
        return pom.append("  </dependencies>\n</project>").toString();
    }
}
