using System.Runtime.Versioning;

// Real clients listen on fixed ports, and a browser, Node.js and two servers at once are enough for one machine.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(Gatehouse.Interop.Tests.Compatibility.MatrixWriter))]
[assembly: SupportedOSPlatform("linux")]
