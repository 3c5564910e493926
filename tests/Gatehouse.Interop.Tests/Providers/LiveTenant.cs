namespace Gatehouse.Interop.Tests.Providers;

/// <summary>A provider out in the world, where the environment names one.</summary>
internal static class LiveTenant
{
    /// <summary>The value of <c>GATEHOUSE_TEST_IDP_…</c>; null when it is not set.</summary>
    public static string? Of(string name) =>
        Environment.GetEnvironmentVariable($"GATEHOUSE_TEST_IDP_{name}") is { Length: > 0 } value ? value : null;
}
