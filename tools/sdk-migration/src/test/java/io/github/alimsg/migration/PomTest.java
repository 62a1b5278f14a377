package io.github.alimsg.migration;

import static org.openrewrite.xml.Assertions.xml;

import org.junit.jupiter.api.Test;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

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
}
