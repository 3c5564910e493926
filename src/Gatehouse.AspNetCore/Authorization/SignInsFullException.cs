using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.Authorization;

/// <summary>Too many sign-ins are open; nothing was written, and the same form may be sent again.</summary>
public sealed class SignInsFullException : Exception
{
    /// <summary>Without a reason.</summary>
    public SignInsFullException() { }

    /// <summary>With a message.</summary>
    public SignInsFullException(string message)
        : base(message) { }

    /// <summary>With a message and a cause.</summary>
    public SignInsFullException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>With what the page says.</summary>
    public SignInsFullException(Problem problem)
        : base(problem.Explanation) => Problem = problem;

    /// <summary>What the page says.</summary>
    public Problem Problem { get; } = Problems.TooManySignIns;
}
