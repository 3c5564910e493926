using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>
/// Annotations without what the specification takes for granted when nothing is said (2025-11-25, ToolAnnotations): a tool writes, destroys,
/// is not idempotent and reaches beyond the server; and whether a reading one destroys or repeats has no meaning.
/// </summary>
internal static class SlimAnnotations
{
    public static ToolAnnotations Of(ToolAnnotations? annotations) =>
        annotations?.ReadOnlyHint is true
            ? new() { ReadOnlyHint = true, OpenWorldHint = FalseOnly(annotations.OpenWorldHint) }
            : new()
            {
                DestructiveHint = FalseOnly(annotations?.DestructiveHint),
                IdempotentHint = annotations?.IdempotentHint is true ? true : null,
                OpenWorldHint = FalseOnly(annotations?.OpenWorldHint),
            };

    private static bool? FalseOnly(bool? hint) => hint is false ? false : null;
}
