package dev.spartanlake.document;

import dev.spartanlake.match.MatchId;
import io.avaje.validation.adapter.AbstractConstraintAdapter;
import io.avaje.validation.adapter.ConstraintAdapter;
import io.avaje.validation.adapter.ValidationContext.AdapterCreateRequest;
import org.jspecify.annotations.Nullable;

/// Checks [Guid]. Public for the generated validators only.
@ConstraintAdapter(Guid.class)
public final class GuidAdapter extends AbstractConstraintAdapter<String> {

    /// Called by the generated validators.
    public GuidAdapter(AdapterCreateRequest request) {
        super(request);
    }

    @Override
    protected boolean isValid(@Nullable String text) {
        return text == null || MatchId.isGuid(text);
    }
}
