namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>How a person's browser is set.</summary>
public enum Look
{
    /// <summary>A desktop, light.</summary>
    Light,

    /// <summary>A desktop, dark.</summary>
    Dark,

    /// <summary>A phone held upright.</summary>
    Phone,

    /// <summary>A desktop with JavaScript switched off.</summary>
    NoScript,
}
