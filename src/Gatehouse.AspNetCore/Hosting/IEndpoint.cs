namespace Gatehouse.AspNetCore.Hosting;

/// <summary>One address of the server.</summary>
internal interface IEndpoint
{
    /// <summary>True when a person looks at its answers; a failure is then a page, and JSON for clients otherwise.</summary>
    bool IsPage => false;

    Task<IResult> HandleAsync(HttpContext context);
}
