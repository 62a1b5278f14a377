// The lines for Gradle of a README, evaluated and resolved by Gradle's own code, where there is no Gradle:
// gradle.groovy SNIPPET FOLDER. Kotlin's and Groovy's way to write them are the same. Prints the class path.
import org.codehaus.groovy.control.CompilerConfiguration
import org.gradle.testfixtures.ProjectBuilder

def folder = new File(args[1])
def project = ProjectBuilder.builder()
        .withProjectDir(new File(folder, 'project').tap { mkdirs() })
        .withGradleUserHomeDir(new File(folder, 'home').tap { mkdirs() })
        .build()
project.pluginManager.apply('java')
def script = new GroovyShell(new CompilerConfiguration(scriptBaseClass: DelegatingScript.name)).parse(new File(args[0]))
script.setDelegate(project)
script.run()
project.configurations.getByName('testRuntimeClasspath').resolve()
println project.configurations.getByName('runtimeClasspath').resolve().join(File.pathSeparator)
System.exit(0) // Gradle's threads would wait for more
