package dev.spartanlake.reference;

import java.util.List;
import java.util.OptionalLong;

/// A file of medal names in one language.
///
/// Shape: `{"<name id>": "<name>"}`.
final class MedalNameSections {

    static final String SHAPE = "a JSON object from medal ids to names";

    private MedalNameSections() {}

    static ReferenceData read(ReferenceDocument document, Language language) {
        document.requireObject();
        Admission<MedalName> admission = new Admission<>(document, MedalName::nameId, (medal, entry) -> entry);
        for (ReferenceDocument.Member member : document.members()) {
            OptionalLong nameId = MedalId.parse(member.key());
            if (nameId.isEmpty()) {
                member.entry().refuseKey(MedalId.RULE, member.key());
            }
            String name = member.entry().text(TextRule.NAME);
            admission.admit(member.entry(), () -> new MedalName(nameId.orElseThrow(), language, name));
        }
        return new ReferenceData(
                List.of(),
                List.of(),
                List.of(),
                admission.admitted(),
                List.of(),
                document.rejections().list());
    }
}
