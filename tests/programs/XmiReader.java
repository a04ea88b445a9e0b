// Reads TypeSystem.xml and the .xmi files named behind it with Apache UIMA, as strictly as it can, and prints for each
// annotation of a custom layer its type and the text that it covers: a line each, with \n and \t.
import java.io.FileInputStream;
import java.nio.charset.StandardCharsets;
import java.io.PrintStream;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.FSIterator;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

public class XmiReader {
  public static void main(String[] files) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    TypeSystemDescription types =
        UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(files[0]));
    for (int i = 1; i < files.length; ++i) {
      CAS cas = CasCreationUtils.createCas(types, null, null);
      try (FileInputStream in = new FileInputStream(files[i])) {
        XmiCasDeserializer.deserialize(in, cas, false);  // false: unknown types and features are errors
      }
      FSIterator<AnnotationFS> all = cas.getAnnotationIndex().iterator();
      for (; all.isValid(); all.moveToNext()) {
        AnnotationFS each = all.get();
        String type = each.getType().getName();
        if (!type.startsWith("webanno.custom.") && !type.endsWith(".Token")) continue;
        String words = each.getCoveredText().replace("\n", "\\n").replace("\t", "\\t");
        out.println(each.getType().getShortName() + " " + words);
      }
    }
  }
}
