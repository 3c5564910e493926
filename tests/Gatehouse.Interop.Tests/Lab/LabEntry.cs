using Gatehouse.Interop.Tests.Compatibility;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>A client of the lab.</summary>
/// <param name="Key">What <c>./test --clients</c> calls it; for a client of npm the name of its folder, with a remark behind a colon.</param>
/// <param name="Line">Its line of the matrix.</param>
/// <param name="Drive">Makes the driver.</param>
internal sealed record LabEntry(string Key, MatrixClient Line, Func<LabSite, LabClient> Drive)
{
    /// <summary>It is known by its metadata document and registers nowhere; the server has the built-in copies and needs no way out.</summary>
    public bool Documents { get; init; }

    /// <summary>The folder it is installed in.</summary>
    public string Folder => Key.Split(':')[0];
}
