namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>How a step went; a later one is better.</summary>
internal enum StepResult
{
    /// <summary>It failed. A page that says so is never written.</summary>
    Failed,

    /// <summary>The client itself cannot do it; its fault was seen.</summary>
    ClientFault,

    /// <summary>It went as it should.</summary>
    Passed,
}
